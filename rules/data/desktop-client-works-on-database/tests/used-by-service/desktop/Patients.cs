using System.Net.Http;

namespace Practice
{
    public class Patients
    {
        private readonly HttpClient client = new HttpClient();

        public object Read(string id) => client.GetFromJsonAsync<Patient>("patients/" + id);
    }
}
