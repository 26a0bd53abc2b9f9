"""What the API answers. Each struct is encoded as it stands and documents itself in OpenAPI."""
