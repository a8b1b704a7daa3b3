package org.monthend.publish;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A scorecard page read back: what stands in which of its cells. */
public final class PrintedPage {

    private final Document document;

    private PrintedPage(Document document) {
        this.document = document;
    }

    public static PrintedPage read(String html) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            return new PrintedPage(factory.newDocumentBuilder().parse(new InputSource(new StringReader(html))));
        } catch (ParserConfigurationException | SAXException | IOException unreadable) {
            throw new AssertionError("the page is not well-formed: " + unreadable.getMessage(), unreadable);
        }
    }

    /** The text of the one element with the attributes data-line and data-column. */
    public String text(String line, String column) {
        List<String> found = elements("*").stream()
                .filter(element -> element.getAttribute("data-line").equals(line)
                        && element.getAttribute("data-column").equals(column))
                .map(Element::getTextContent)
                .toList();
        if (found.size() != 1) {
            throw new AssertionError("%d cells for %s, %s: %s".formatted(found.size(), line, column, found));
        }
        return found.get(0);
    }

    List<Element> elements(String name) {
        NodeList nodes = document.getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(index -> (Element) nodes.item(index))
                .toList();
    }

    String body() {
        return elements("body").get(0).getTextContent();
    }
}
