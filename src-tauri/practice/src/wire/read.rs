//! Reading XML.

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::Event;

use crate::refusal::Refusal;

/// An element with what is in it. Namespaces are left out: CloudFront has one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Element {
    pub(crate) name: String,
    /// Its text to the letter, spaces and all: a path with a space before it is not the same path.
    pub(crate) text: String,
    pub(crate) children: Vec<Element>,
}

impl Element {
    /// Reads a whole document.
    pub(crate) fn read(body: &[u8]) -> Result<Self, Refusal> {
        let body = std::str::from_utf8(body).map_err(Refusal::malformed_input)?;
        let mut reader = Reader::from_str(body);
        // The first is the document, whose only child is the root.
        let mut open = vec![Self::default()];
        loop {
            match reader.read_event().map_err(Refusal::malformed_input)? {
                Event::Start(start) => open.push(Self::named(start.local_name().as_ref())),
                Event::Empty(start) => {
                    let empty = Self::named(start.local_name().as_ref());
                    innermost(&mut open)?.children.push(empty);
                }
                Event::End(_) => {
                    let closed = open.pop().ok_or_else(|| Refusal::malformed_input("an end without a start"))?;
                    innermost(&mut open)?.children.push(closed);
                }
                Event::Text(text) => innermost(&mut open)?.text.push_str(&text.xml10_content()),
                Event::CData(text) => innermost(&mut open)?.text.push_str(&text.xml10_content()),
                Event::GeneralRef(reference) => {
                    let text = &mut innermost(&mut open)?.text;
                    if let Some(character) = reference.resolve_char_ref().map_err(Refusal::malformed_input)? {
                        text.push(character);
                    } else {
                        let unknown = || Refusal::malformed_input(format!("unknown entity &{};", &*reference));
                        text.push_str(resolve_predefined_entity(&reference).ok_or_else(unknown)?);
                    }
                }
                Event::Eof => break,
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
            }
        }
        match open.as_mut_slice() {
            [document] if document.children.len() == 1 => Ok(document.children.remove(0)),
            _ => Err(Refusal::malformed_input("not one whole document")),
        }
    }

    /// The first child of this name.
    pub(crate) fn child(&self, name: &str) -> Option<&Self> {
        self.children.iter().find(|child| child.name == name)
    }

    /// The text of the first child of this name.
    pub(crate) fn text_of(&self, name: &str) -> Option<&str> {
        self.child(name).map(|child| child.text.as_str())
    }

    fn named(name: impl AsRef<str>) -> Self {
        Self { name: name.as_ref().to_owned(), ..Self::default() }
    }
}

fn innermost(open: &mut [Element]) -> Result<&mut Element, Refusal> {
    open.last_mut().ok_or_else(|| Refusal::malformed_input("an end without a start"))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn text_is_taken_to_the_letter() {
        let root =
            Element::read(b"<?xml version=\"1.0\"?>\n<n:A xmlns:n=\"x\"><B> /a&amp;b&#x41; </B><C/></n:A>").unwrap();
        assert_eq!(root.name, "A");
        assert_eq!(root.text_of("B"), Some(" /a&bA "));
        assert_eq!(root.text_of("C"), Some(""));
        assert_eq!(root.text_of("D"), None);
    }

    #[test]
    fn what_is_no_whole_document_is_refused() {
        for body in ["", "<A>", "<A></B>", "<A/><B/>", "</A>", "{\"a\": 1}", "<A>&nbsp;</A>"] {
            assert_eq!(Element::read(body.as_bytes()).unwrap_err().code, "MalformedInput", "{body}");
        }
        assert_eq!(Element::read(b"<A>\xff</A>").unwrap_err().code, "MalformedInput");
    }
}
