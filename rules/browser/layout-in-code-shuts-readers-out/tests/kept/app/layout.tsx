<html lang="en">
