using System.ComponentModel.DataAnnotations;

public class PatientRequest
{
    [Required]
    [RegularExpression("^[0-9]{10}$", ErrorMessage = "NHS number must have ten digits")]
    public string NhsNumber { get; set; }
}
