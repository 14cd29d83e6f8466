using System.Data.SqlClient;
using NUnit.Framework;

namespace CareLedger.Desktop.Tests
{
    public class PatientTests
    {
        // A database on the build machine that is made anew for each run.
        private const string TestDatabase = "Server=localhost;Database=CareLedgerTest;User Id=tester;Password=Password123!";

        [TestCase("9990000018", true)]
        [TestCase("999000001", false)]
        public void AcceptsTenDigits(string text, bool expected)
        {
            Assert.That(Patient.IsNhsNumber(text), Is.EqualTo(expected));
        }

        [Test]
        public void ConnectionStringIsWellFormed()
        {
            Assert.That(new SqlConnectionStringBuilder(TestDatabase).InitialCatalog, Is.EqualTo("CareLedgerTest"));
        }
    }
}
