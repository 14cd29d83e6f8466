// ok: desktop-windows-in-code
using System.Windows.Forms;

namespace Practice.Printing
{
    public class LabelForm : Form
    {
    }
}
