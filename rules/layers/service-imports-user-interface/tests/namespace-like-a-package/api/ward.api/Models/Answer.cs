using ward.beds.Models;

namespace ward.api.Models;

public record Answer(Bed Bed);
