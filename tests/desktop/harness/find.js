// The first shown element of a role and a name, in the page or within another element; null where there is none yet.
// `false` stands for: the queries are not loaded into this page.
const [role, name, within] = arguments;
const queries = window.TestingLibraryDom;
if (!queries) return false;

const scope = within ?? document.body;
const isShown = (element) => element.getClientRects().length > 0;
const candidates = {
  // A row is known by what stands in it.
  row: () => [...scope.querySelectorAll("tbody tr")].filter((row) => row.textContent.includes(name)),
  item: () => [...scope.querySelectorAll("li")].filter((item) => item.textContent.includes(name)),
  // What a term of a description list is given, by the term.
  definition: () =>
    [...scope.querySelectorAll("dt")]
      .filter((term) => term.textContent.trim() === name)
      .map((term) => term.parentElement.querySelector("dd")),
  // What opens a list, by its label, which stands before what is chosen in it.
  select: () =>
    queries
      .queryAllByLabelText(scope, (label) => label.startsWith(name))
      .filter((element) => element.hasAttribute("aria-haspopup")),
  // An entry of an open list repeats its text for screen readers, with what describes it.
  entry: () => [...scope.querySelectorAll("[role=option]")].filter((entry) => entry.textContent.includes(name)),
  field: () => queries.queryAllByLabelText(scope, name).filter((element) => "value" in element),
};
const found = candidates[role]?.() ?? queries.queryAllByRole(scope, role, { name });
return found.find(isShown) ?? null;
