using Microsoft.Azure.Functions.Worker;

namespace Bookings.Domain { public class Slot { } }
