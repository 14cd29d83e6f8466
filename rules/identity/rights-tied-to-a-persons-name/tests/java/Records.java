@RolesAllowed("RECORDS")
class Records { }
