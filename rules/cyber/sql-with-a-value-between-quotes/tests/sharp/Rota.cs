public class Rota
{
    public string Of(string ward) => $"SELECT * FROM shift WHERE open = 1 AND ward LIKE '%{ward}%'";
}
