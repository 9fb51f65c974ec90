package cn.yuanlin.platform.workbook.file;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.DateUtil;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Which cell styles show a number as a date; all that is needed of the style sheet. */
final class DateStyles extends DefaultHandler {
    // Excel itself has 64,000 cell styles at most.
    private static final int MAX = 70_000;

    private final Map<Integer, String> formats = new HashMap<>();
    private final BitSet dates = new BitSet();
    private boolean inCellStyles;
    private int index;

    boolean isDate(int style) {
        return style >= 0 && dates.get(style);
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) throws SAXException {
        if (name.equals("numFmt")) {
            if (formats.size() == MAX) throw new SAXException(new UnreadableWorkbook(Refusal.Code.DAMAGED));
            var code = attributes.getValue("formatCode");
            if (code != null && code.length() < 256) formats.put(number(attributes, "numFmtId"), code);
        } else if (name.equals("cellXfs")) {
            inCellStyles = true;
        } else if (inCellStyles && name.equals("xf")) {
            if (index == MAX) throw new SAXException(new UnreadableWorkbook(Refusal.Code.DAMAGED));
            var id = number(attributes, "numFmtId");
            if (DateUtil.isADateFormat(id, formats.get(id))) dates.set(index);
            index++;
        }
    }

    @Override
    public void endElement(String uri, String name, String qualified) {
        if (name.equals("cellXfs")) inCellStyles = false;
    }

    private static int number(Attributes attributes, String name) {
        var value = attributes.getValue(name);
        return value != null && value.matches("\\d{1,6}") ? Integer.parseInt(value) : 0;
    }
}
