class Json
{
    object settings = new JsonSerializerSettings { DateFormatString = "yyyy-MM-dd" };
}
