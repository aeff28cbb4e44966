package magnus.portfolio.imports;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import magnus.basics.problem.FieldFault;
import magnus.portfolio.imports.IbkrFlexRows.Section;

/**
 * Interactive Brokers' Flex query as XML: each transaction an element, each value an attribute.
 * Read by the JDK's streaming reader without document types and external entities.
 */
final class IbkrFlexXml implements BrokerFormat {

  private static final Pattern ROOT =
      Pattern.compile("<(FlexQueryResponse|FlexStatements|FlexStatement|FlexStatementResponse)\\b");
  private static final Set<String> TRADES = Set.of("Trade", "TradeConfirm", "Order");

  @Override
  public String id() {
    return "ibkr-flex-xml";
  }

  @Override
  public String title() {
    return "Interactive Brokers Flex query (XML)";
  }

  @Override
  public boolean detect(BrokerFile file) {
    return file.text().stripLeading().startsWith("<") && ROOT.matcher(file.text()).find();
  }

  @Override
  public Statement parse(BrokerFile file) {
    IbkrFlexRows rows = new IbkrFlexRows();
    List<String> errors = new ArrayList<>();
    try {
      XMLStreamReader xml = reader(file.text());
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT) {
          if (xml.getLocalName().equals("ErrorMessage")) {
            errors.add(xml.getElementText());
          } else if (xml.getAttributeCount() > 0) {
            section(xml.getLocalName()).ifPresent(section -> rows.add(section, fields(xml)));
          }
        }
      }
    } catch (XMLStreamException e) {
      int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNumber());
      FieldFault fault =
          new FieldFault(line, "XML", "…", "well-formed XML without a document type");
      throw BrokerFile.refused("Line " + line + " is not well-formed XML.")
          .withFaults(List.of(fault));
    }
    if (!errors.isEmpty()) {
      throw BrokerFile.refused("Interactive Brokers sent no statement but: " + errors.get(0));
    }
    return rows.statement(id());
  }

  private static XMLStreamReader reader(String text) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    return factory.createXMLStreamReader(new StringReader(text.stripLeading()));
  }

  private static Optional<Section> section(String element) {
    if (TRADES.contains(element)) {
      return Optional.of(Section.TRADES);
    }
    return switch (element) {
      case "CashTransaction" -> Optional.of(Section.CASH);
      case "OptionEAE" -> Optional.of(Section.OPTION_EVENTS);
      case "CorporateAction" -> Optional.of(Section.CORPORATE_ACTIONS);
      case "Transfer" -> Optional.of(Section.TRANSFERS);
      default -> Optional.empty();
    };
  }

  private static Fields fields(XMLStreamReader xml) {
    Fields fields = new Fields(Math.max(1, xml.getLocation().getLineNumber()), false);
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      fields.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
    }
    if (xml.getLocalName().equals("Order") && fields.text("levelofdetail").isEmpty()) {
      fields.replace("levelofdetail", "ORDER");
    }
    return fields;
  }
}
