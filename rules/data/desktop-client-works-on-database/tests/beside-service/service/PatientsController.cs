using System.Data.SqlClient;
using Microsoft.AspNetCore.Mvc;

namespace Practice.Service
{
    [ApiController]
    [Route("patients")]
    public class PatientsController : ControllerBase
    {
        [HttpGet("{id}")]
        public string Read(string id) => (string)new SqlCommand("SELECT Surname FROM Patients").ExecuteScalar();
    }
}
