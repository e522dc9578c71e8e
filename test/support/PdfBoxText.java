import java.io.File;
import java.io.PrintStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** The text of each file named, its pages ended by U+000C and the file by U+0001. */
public class PdfBoxText {
  public static void main(String[] files) throws Exception {
    PrintStream out = new PrintStream(System.out, false, "UTF-8");
    for (String file : files) {
      try (PDDocument document = PDDocument.load(new File(file))) {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setPageEnd("\f");
        out.print(stripper.getText(document));
      }
      out.print("\u0001");
    }
    out.flush();
  }
}
