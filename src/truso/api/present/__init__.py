"""From the house's values to what the API shows."""
