//! Is an answer whole?

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::context::AfterDeserializationInterceptorContextRef;
use aws_smithy_runtime_api::client::interceptors::{Intercept, dyn_dispatch_hint};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::config_bag::ConfigBag;
use quick_xml::Reader;
use quick_xml::events::Event;

/// Takes an answer whose XML breaks off for no answer at all.
///
/// The SDK's own reader stops at the break and returns what it has: the last item of a cut-off invalidation is empty,
/// and a cut-off configuration has no cache tags. Where a connection is closed early HTTP often says so, but not where
/// the length was not announced, nor where a proxy put together what it got.
#[derive(Debug)]
pub(crate) struct Whole;

#[dyn_dispatch_hint]
impl Intercept for Whole {
    fn name(&self) -> &'static str {
        "Whole"
    }

    fn read_after_deserialization(
        &self,
        context: &AfterDeserializationInterceptorContextRef<'_>,
        _components: &RuntimeComponents,
        _config: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let answer = context.response();
        // A refusal is checked where it is translated; an empty answer is seen as one later.
        match answer.body().bytes() {
            Some(body) if answer.status().is_success() && !body.is_empty() => is_whole(body).map_err(Into::into),
            _ => Ok(()),
        }
    }
}

/// Whether every element that begins also ends, and there is one.
pub(crate) fn is_whole(xml: &[u8]) -> Result<(), String> {
    let mut reader = Reader::from_reader(xml);
    let (mut depth, mut elements) = (0_usize, 0_usize);
    loop {
        match reader.read_event() {
            Ok(Event::Start(_)) => {
                depth += 1;
                elements += 1;
            }
            Ok(Event::Empty(_)) => elements += 1,
            // The reader itself refuses an end that fits no beginning.
            Ok(Event::End(_)) => depth = depth.saturating_sub(1),
            Ok(Event::Eof) if depth == 0 && elements > 0 => return Ok(()),
            Ok(Event::Eof) => return Err("its XML breaks off".to_owned()),
            Ok(_) => {}
            Err(error) => return Err(format!("its XML is not well-formed: {error}")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn xml_is_whole_at_its_end_and_not_before() {
        let xml = "<?xml version=\"1.0\"?>\n<a x=\"1\"><b/>&amp;<c>d</c></a>";
        assert_eq!(is_whole(xml.as_bytes()), Ok(()));
        for end in 0..xml.len() {
            assert!(is_whole(&xml.as_bytes()[..end]).is_err(), "cut at {end}");
        }
        assert!(is_whole(b"Bad Gateway").is_err());
        assert!(is_whole(b"<p>one<br>two</p>").is_err());
    }
}
