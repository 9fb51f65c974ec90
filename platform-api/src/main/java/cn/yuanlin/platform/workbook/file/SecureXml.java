package cn.yuanlin.platform.workbook.file;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.util.XMLHelper;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads XML of strangers: no declarations of types or entities, nothing fetched from anywhere. */
final class SecureXml {
    private static final XMLInputFactory PROLOGUES = prologues();

    private SecureXml() {}

    /** @throws UnreadableWorkbook if the handler said so, or the XML is not well formed */
    static void read(InputStream in, DefaultHandler handler) throws UnreadableWorkbook, IOException {
        try {
            var reader = XMLHelper.newXMLReader();
            reader.setContentHandler(handler);
            reader.setErrorHandler(handler);
            reader.parse(new InputSource(in));
        } catch (SAXException e) {
            if (e.getException() instanceof UnreadableWorkbook refused) throw refused;
            throw new UnreadableWorkbook(Refusal.Code.DAMAGED);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Reads as far as the root element, whatever the encoding.
     *
     * @throws UnreadableWorkbook if a document type is declared before it
     */
    static void refuseDocumentType(InputStream in) throws UnreadableWorkbook {
        try {
            var reader = PROLOGUES.createXMLStreamReader(in);
            for (int event = reader.getEventType(); event != XMLStreamConstants.START_ELEMENT; event = reader.next())
                if (event == XMLStreamConstants.DTD) throw new UnreadableWorkbook(Refusal.Code.DOCTYPE);
            reader.close();
        } catch (XMLStreamException e) {
            throw new UnreadableWorkbook(Refusal.Code.DAMAGED);
        }
    }

    private static XMLInputFactory prologues() {
        var factory = XMLInputFactory.newDefaultFactory();
        // Seen, so that it can be named as the reason, but never processed.
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
