package magnus.portfolio.imports;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The elements of an OFX document, version 1 (SGML: values without end tags) or 2 (XML), read
 * forgivingly: a value may stand on the line after its tag, an end tag without a start is passed
 * over, an element that is never closed ends with its parent. Declarations, comments and processing
 * instructions are skipped and no entity but the five of XML and character references is resolved,
 * so a document cannot make the reader fetch or expand anything.
 */
final class OfxTree {

  private static final int DEEPEST = 60;

  /** One element. */
  static final class Node {
    final String name;
    final int line;
    String value = "";
    final List<Node> children = new ArrayList<>();

    Node(String name, int line) {
      this.name = name;
      this.line = line;
    }

    /** The first element of that name below this one. */
    Optional<Node> find(String wanted) {
      for (Node child : children) {
        if (child.name.equals(wanted)) {
          return Optional.of(child);
        }
        Optional<Node> below = child.find(wanted);
        if (below.isPresent()) {
          return below;
        }
      }
      return Optional.empty();
    }

    /** The value of the first such element; empty where there is none. */
    String text(String wanted) {
      return find(wanted).map(node -> node.value).orElse("");
    }

    /** All elements of these names below this one, in the document's order, none inside another. */
    void collect(List<String> names, List<Node> into) {
      for (Node child : children) {
        if (names.contains(child.name)) {
          into.add(child);
        } else {
          child.collect(names, into);
        }
      }
    }

    List<Node> all(String... names) {
      List<Node> found = new ArrayList<>();
      collect(List.of(names), found);
      return found;
    }
  }

  private OfxTree() {}

  /** Reads the text; the root holds everything. */
  static Node read(String text) {
    Node root = new Node("", 1);
    Deque<Node> open = new ArrayDeque<>();
    open.push(root);
    int line = 1;
    int at = 0;
    while (at < text.length()) {
      int tag = text.indexOf('<', at);
      if (tag < 0) {
        break;
      }
      line += lines(text, at, tag);
      int past = skipped(text, tag);
      if (past > 0) {
        line += lines(text, tag, past);
        at = past;
        continue;
      }
      int end = text.indexOf('>', tag);
      if (end < 0) {
        break;
      }
      String name = text.substring(tag + 1, end).trim().toUpperCase(Locale.ROOT);
      int next = text.indexOf('<', end);
      String value = unescape(text.substring(end + 1, next < 0 ? text.length() : next).trim());
      if (name.startsWith("/")) {
        close(open, name.substring(1).trim());
      } else if (isName(name)) {
        Node node =
            new Node(name.endsWith("/") ? name.substring(0, name.length() - 1) : name, line);
        open.element().children.add(node);
        node.value = value;
        boolean leaf = !value.isEmpty() || name.endsWith("/");
        if (!leaf && open.size() < DEEPEST) {
          open.push(node);
        }
      }
      line += lines(text, tag, end + 1);
      at = end + 1;
    }
    return root;
  }

  private static boolean isName(String name) {
    return !name.isEmpty()
        && name.length() <= 40
        && name.chars().allMatch(c -> Character.isLetterOrDigit(c) || "._-/".indexOf(c) >= 0);
  }

  /** End of a comment, declaration, CDATA mark or processing instruction; 0 where there is none. */
  private static int skipped(String text, int tag) {
    if (text.startsWith("<!--", tag)) {
      return past(text, "-->", tag);
    }
    if (text.startsWith("<?", tag) || text.startsWith("<!", tag)) {
      return past(text, ">", tag);
    }
    return 0;
  }

  private static int past(String text, String mark, int from) {
    int found = text.indexOf(mark, from);
    return found < 0 ? text.length() : found + mark.length();
  }

  private static void close(Deque<Node> open, String name) {
    boolean there = open.stream().anyMatch(node -> node.name.equals(name));
    if (!there || name.isEmpty()) {
      return;
    }
    while (!open.element().name.equals(name)) {
      open.pop();
    }
    open.pop();
  }

  private static int lines(String text, int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      count += text.charAt(i) == '\n' ? 1 : 0;
    }
    return count;
  }

  private static String unescape(String value) {
    if (value.indexOf('&') < 0) {
      return value;
    }
    return value
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&nbsp;", " ")
        .replace("&amp;", "&");
  }
}
