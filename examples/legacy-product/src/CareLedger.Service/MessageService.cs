using System;
using System.Configuration;
using System.Data.SqlClient;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.ServiceProcess;
using System.Threading;

namespace CareLedger.Service
{
    /// <summary>Takes results from the laboratory and writes them into the client's database.</summary>
    public class MessageService : ServiceBase
    {
        private TcpListener listener;

        public static void Main()
        {
            Run(new MessageService { ServiceName = "CareLedger Messages" });
        }

        protected override void OnStart(string[] args)
        {
            ServicePointManager.ServerCertificateValidationCallback = (sender, certificate, chain, errors) => true;
            listener = new TcpListener(IPAddress.Any, int.Parse(ConfigurationManager.AppSettings["ListenPort"]));
            listener.Start();
            new Thread(Listen) { IsBackground = true }.Start();
        }

        protected override void OnStop()
        {
            listener.Stop();
        }

        private void Listen()
        {
            while (true)
            {
                using (TcpClient client = listener.AcceptTcpClient())
                using (var reader = new StreamReader(client.GetStream()))
                {
                    try
                    {
                        Store(new Hl7Message(reader.ReadToEnd()));
                    }
                    catch (Exception)
                    {
                        // the laboratory sends it again
                    }
                }
            }
        }

        private static void Store(Hl7Message message)
        {
            using (var connection = new SqlConnection(
                ConfigurationManager.ConnectionStrings["CareLedger"].ConnectionString))
            {
                connection.Open();
                foreach (string[] result in message.All("OBX"))
                {
                    var command = new SqlCommand(
                        "INSERT INTO Results (NhsNumber, Test, Value) VALUES (@number, @test, @value)", connection);
                    command.Parameters.AddWithValue("@number", message.NhsNumber);
                    command.Parameters.AddWithValue("@test", result[3]);
                    command.Parameters.AddWithValue("@value", result[5]);
                    command.ExecuteNonQuery();
                }
            }
        }
    }
}
