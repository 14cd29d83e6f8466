[PermissionRequired("wards")]
public class WardsController : ApiController { }
