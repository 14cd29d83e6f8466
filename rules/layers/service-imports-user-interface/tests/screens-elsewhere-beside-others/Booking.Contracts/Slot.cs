namespace Booking.Contracts { public class Slot { } }
