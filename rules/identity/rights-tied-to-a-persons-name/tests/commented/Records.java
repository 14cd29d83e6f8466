// @RolesAllowed("RECORDS")
@RolesAllowed("RECORDS_MANAGER")
class Records { }
