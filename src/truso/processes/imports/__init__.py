"""What merchants bring in from files: goods, prices, stock. Each target judges rows and writes what it judged."""
