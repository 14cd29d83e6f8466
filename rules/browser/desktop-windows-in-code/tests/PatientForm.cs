// ruleid: desktop-windows-in-code
using System.Windows.Forms;

namespace Practice
{
    public class PatientForm : Form
    {
    }
}
