using System;

namespace CareLedger.Desktop
{
    /// <summary>A registered patient, by NHS number.</summary>
    public class Patient
    {
        public long NhsNumber { get; set; }

        public string Surname { get; set; }

        public string Forename { get; set; }

        public DateTime DateOfBirth { get; set; }

        public string DiagnosisText { get; set; }

        /// <summary>Ten digits will do; 9999999999 stands for a patient who has none yet.</summary>
        public static bool IsNhsNumber(string text)
        {
            return text.Length == 10 && long.TryParse(text, out _);
        }
    }
}
