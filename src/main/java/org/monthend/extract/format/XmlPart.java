package org.monthend.extract.format;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.codehaus.stax2.typed.TypedValueDecoder;

/**
 * The XML of one part, element by element. A document type is a refusal, so no entity is ever defined, expanded or
 * fetched; what is no XML is a refusal too.
 */
final class XmlPart implements Closeable {

    private static final int DEEPEST = 100;
    private static final InputFactoryImpl FACTORY = factory();

    private final PartStream stream;
    private Supplier<String> subject;
    private final XMLStreamReader2 reader;
    private int depth;

    XmlPart(PartStream stream, String subject) throws IOException {
        this.stream = stream;
        this.subject = () -> subject;
        try {
            reader = (XMLStreamReader2) FACTORY.createXMLStreamReader(stream);
        } catch (XMLStreamException | RuntimeException damaged) {
            stream.close();
            throw refusal(damaged);
        }
    }

    private static InputFactoryImpl factory() {
        InputFactoryImpl factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }

    /** Says from now on more exactly what is read, for the beginning of a refusal: Sheet 'CP', after cell F14, */
    void describeAs(Supplier<String> place) {
        subject = place;
    }

    /** Goes on to the next start or end of an element, or to the end of the document. */
    int nextTag() throws IOException {
        int event = next();
        while (event != XMLStreamConstants.START_ELEMENT
                && event != XMLStreamConstants.END_ELEMENT
                && event != XMLStreamConstants.END_DOCUMENT) {
            event = next();
        }
        return event;
    }

    /** Goes on to the next start or end of an element and gathers the text before it. */
    int nextTag(GatheredText before) throws IOException {
        int event = next();
        while (event != XMLStreamConstants.START_ELEMENT
                && event != XMLStreamConstants.END_ELEMENT
                && event != XMLStreamConstants.END_DOCUMENT) {
            if (isText(event)) {
                gather(before);
            }
            event = next();
        }
        return event;
    }

    /** Goes on to the next start of an element; false when the document has ended. */
    boolean nextStart() throws IOException {
        int event = next();
        while (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.END_DOCUMENT) {
            event = next();
        }
        return event == XMLStreamConstants.START_ELEMENT;
    }

    /** Goes on to the next start of a child of the element that is open at this depth; false when that one has ended. */
    boolean nextStartWithin(int outerDepth) throws IOException {
        int event = nextTag();
        while (event == XMLStreamConstants.END_ELEMENT && depth >= outerDepth) {
            event = nextTag();
        }
        return event == XMLStreamConstants.START_ELEMENT;
    }

    /** How many elements are open, the one just started included. */
    int depth() {
        return depth;
    }

    /** The local name of the element just started or ended. */
    String name() {
        return reader.getLocalName();
    }

    String namespace() {
        return Optional.ofNullable(reader.getNamespaceURI()).orElse("");
    }

    boolean isAt(String name) {
        return reader.getLocalName().equals(name);
    }

    int attributeCount() {
        return reader.getAttributeCount();
    }

    String attributeName(int index) {
        return reader.getAttributeLocalName(index);
    }

    String attributeValue(int index) {
        return reader.getAttributeValue(index);
    }

    /** Whether an attribute belongs to the element's own vocabulary, not to an extension's. */
    boolean isPlainAttribute(int index) {
        String prefix = reader.getAttributePrefix(index);
        return prefix == null || prefix.isEmpty();
    }

    /** Lets a decoder see the characters of an attribute without making a string of them. */
    void decode(int index, TypedValueDecoder decoder) throws UnreadableWorkbook {
        try {
            reader.getAttributeAs(index, decoder);
        } catch (XMLStreamException | RuntimeException damaged) {
            throw refusal(damaged);
        }
    }

    /** An attribute of the element's own vocabulary. */
    Optional<String> attribute(String name) {
        return attribute(name, true);
    }

    /** An attribute of another vocabulary, such as r:id. */
    Optional<String> foreignAttribute(String name) {
        return attribute(name, false);
    }

    /** An attribute of a vocabulary, for documents in which two vocabularies have the same words. */
    Optional<String> attribute(String namespace, String name) {
        return Optional.ofNullable(reader.getAttributeValue(namespace, name));
    }

    private Optional<String> attribute(String name, boolean plain) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name) && isPlainAttribute(i) == plain) {
                return Optional.of(reader.getAttributeValue(i));
            }
        }
        return Optional.empty();
    }

    /** A true or false attribute, false when it is absent. */
    boolean isSet(String name) {
        return attribute(name)
                .filter(value -> value.equals("1") || value.equals("true"))
                .isPresent();
    }

    /** A whole number in an attribute; empty when there is none. */
    Optional<Integer> number(String name) {
        return attribute(name)
                .map(String::strip)
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Integer::valueOf);
    }

    /** Gathers the text of the element just started, without its children's, and goes on to its end. */
    void gatherText(GatheredText text) throws IOException {
        int open = depth;
        while (depth >= open) {
            int event = next();
            if (depth == open && isText(event)) {
                gather(text);
            }
        }
    }

    private void gather(GatheredText text) throws UnreadableWorkbook {
        try {
            text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
        } catch (RuntimeException damaged) {
            throw refusal(damaged);
        }
    }

    /** Goes on to the end of the element just started. */
    void skip() throws IOException {
        int open = depth;
        while (depth >= open) {
            next();
        }
    }

    private int next() throws IOException {
        int event;
        try {
            event = reader.next();
        } catch (XMLStreamException | RuntimeException damaged) {
            throw refusal(damaged);
        }
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> {
                depth++;
                if (depth > DEEPEST) {
                    throw Refusals.damaged(subject.get(), new XMLStreamException("elements nested too deep"));
                }
            }
            case XMLStreamConstants.END_ELEMENT -> depth--;
            case XMLStreamConstants.DTD ->
                throw new UnreadableWorkbook(
                        Reason.DOCTYPE,
                        subject.get()
                                + " has a document type, which no spreadsheet program writes and which can be used for an attack; open the file in Excel, save it anew and send that.");
            case XMLStreamConstants.ENTITY_REFERENCE ->
                throw Refusals.damaged(subject.get(), new XMLStreamException("entity without definition"));
            default -> {
                // text, comments and processing instructions change nothing here
            }
        }
        return event;
    }

    private static boolean isText(int event) {
        return event == XMLStreamConstants.CHARACTERS
                || event == XMLStreamConstants.CDATA
                || event == XMLStreamConstants.SPACE;
    }

    /** What a failed read means: the stream's own refusal where there is one, or a wrong checksum behind the damage. */
    private UnreadableWorkbook refusal(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnreadableWorkbook refused) {
                return refused;
            }
            if (cause instanceof XMLStreamException xml
                    && xml.getNestedException() instanceof UnreadableWorkbook refused) {
                return refused;
            }
        }
        try {
            stream.drain();
        } catch (UnreadableWorkbook changedOnItsWay) {
            return changedOnItsWay;
        } catch (IOException disk) {
            failure.addSuppressed(disk);
        }
        return Refusals.damaged(subject.get(), failure);
    }

    /** Reads the part to its end, so that its checksum is known to be right. */
    void drain() throws IOException {
        stream.drain();
    }

    @Override
    public void close() throws IOException {
        try {
            reader.close();
        } catch (XMLStreamException damaged) {
            throw refusal(damaged);
        } finally {
            stream.close();
        }
    }
}
