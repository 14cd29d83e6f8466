namespace ward.beds.Models;

public record Bed(string Name);
