param location string = resourceGroup().location
// eastus was given up
