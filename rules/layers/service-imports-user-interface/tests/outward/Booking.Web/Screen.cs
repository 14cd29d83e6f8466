namespace Booking.Web { public class Screen : System.Windows.Forms.Form { } }
