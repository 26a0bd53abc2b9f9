"""Pictures of the demo shop: every one drawn from its specification, the same each time."""




