module example.nhs.uk/letters

go 1.25

require github.com/aws/aws-sdk-go v1.55.5 // indirect
