resource network 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'wards'
}
