"""Values and types of Terraform: numbers, collections, conversions, what is known of objects that are not yet whole."""
