"""Pure work on a Dossier: findings and tables, no reading and no clock."""
