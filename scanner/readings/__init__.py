"""How a rule earns its confidence: findings are drawn for readers, and what they say is counted (decision 0025)."""
