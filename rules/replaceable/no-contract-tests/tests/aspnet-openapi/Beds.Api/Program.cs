using Microsoft.AspNetCore.Builder;

Wards.Open(args);
