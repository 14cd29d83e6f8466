import play.mvc.Controller;
class Wards extends Controller {}
