using ward.common.Models;

namespace ward.api.Models;

public record Answer(Bed Bed);
