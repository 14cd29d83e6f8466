using System.Windows.Forms;

public class WardForm : Form
{
}
