#!/bin/sh
fetch() { curl "$1" > "$2"; }
fetch "https://beds.example.nhs.uk/v3/api-docs" "../copies/beds.json"
fetch "https://wards.example.nhs.uk/v3/api-docs" "copies/wards.json"
