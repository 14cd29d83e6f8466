namespace ward.common.Models;

public record Bed(string Name);
