//! Writing XML.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

/// The namespace of every document.
const NAMESPACE: &str = "http://cloudfront.amazonaws.com/doc/2020-05-31/";

/// An XML document that is being written.
pub(crate) struct Xml(Writer<Vec<u8>>);

impl Xml {
    /// A whole document under its root.
    pub(crate) fn document(root: &str, content: impl FnOnce(&mut Self)) -> Vec<u8> {
        let mut xml = Self(Writer::new(Vec::new()));
        xml.event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
        xml.event(Event::Start(BytesStart::new(root).with_attributes([("xmlns", NAMESPACE)])));
        content(&mut xml);
        xml.event(Event::End(BytesEnd::new(root)));
        xml.0.into_inner()
    }

    /// An element with others in it.
    pub(crate) fn within(&mut self, name: &str, content: impl FnOnce(&mut Self)) {
        self.event(Event::Start(BytesStart::new(name)));
        content(self);
        self.event(Event::End(BytesEnd::new(name)));
    }

    /// An element with text in it.
    pub(crate) fn text(&mut self, name: &str, text: impl ToString) {
        let text = text.to_string();
        self.within(name, |xml| xml.event(Event::Text(BytesText::new(&text))));
    }

    /// `Quantity`, and `Items` where there are any: the shape of most of CloudFront's lists.
    pub(crate) fn items<T>(&mut self, items: &[T], mut each: impl FnMut(&mut Self, &T)) {
        self.text("Quantity", items.len());
        if !items.is_empty() {
            self.within("Items", |xml| items.iter().for_each(|item| each(xml, item)));
        }
    }

    /// A named list of plain texts, such as `Aliases` of `CNAME`s.
    pub(crate) fn texts<T: AsRef<str>>(&mut self, name: &str, item: &str, texts: &[T]) {
        self.within(name, |xml| xml.items(texts, |xml, text| xml.text(item, text.as_ref())));
    }

    /// A named list with nothing in it.
    pub(crate) fn nothing(&mut self, name: &str) {
        self.within(name, |xml| xml.text("Quantity", 0));
    }

    fn event(&mut self, event: Event<'_>) {
        self.0.write_event(event).expect("a Vec takes every byte it is given");
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn text_is_escaped_and_an_empty_list_has_no_items() {
        let document = Xml::document("A", |xml| {
            xml.texts("Paths", "Path", &["/a?b=1&c=<2>"]);
            xml.texts("Aliases", "CNAME", &[""; 0]);
        });
        assert_eq!(
            String::from_utf8(document).unwrap(),
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><A xmlns=\"http://cloudfront.amazonaws.com/doc/2020-05-31/\">\
             <Paths><Quantity>1</Quantity><Items><Path>/a?b=1&amp;c=&lt;2&gt;</Path></Items></Paths>\
             <Aliases><Quantity>0</Quantity></Aliases></A>"
        );
    }
}
