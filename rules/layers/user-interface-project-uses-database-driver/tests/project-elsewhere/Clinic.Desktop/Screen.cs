namespace Clinic.Desktop { public class Screen : System.Windows.Forms.Form { } }
