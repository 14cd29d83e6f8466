// The toolkit's parser of rich text in a service.
// ok: desktop-windows-in-code
package uk.example.letters;

import java.awt.image.BufferedImage;
import javax.swing.text.rtf.RTFEditorKit;

public class Letters {
    private final RTFEditorKit kit = new RTFEditorKit();
}
