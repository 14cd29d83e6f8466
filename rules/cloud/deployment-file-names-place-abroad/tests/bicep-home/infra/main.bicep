param location string = 'uksouth'
