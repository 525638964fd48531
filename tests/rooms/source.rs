//! Reads a Rust file as the compiler's lexer sees it, so that comments and strings do not count and paths inside macros do,
//! and lists every path in it with its groups opened: `use crate::{a, b::c}` is `crate::a` and `crate::b::c`.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// One path of a file, from the crate's root where it can be known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// The segments, `crate` first if it leads to another module of ours.
    pub path: Vec<String>,
    /// Whether only tests see it.
    pub in_test: bool,
    /// Whether it stands in a `use`.
    pub imported: bool,
}

/// What a file holds.
pub struct Source {
    /// Every path in it.
    pub seen: Vec<Seen>,
    /// The modules in files of their own that it declares for tests only, as paths from `src/` without an ending.
    pub test_files: Vec<String>,
}

/// Reads `text`, the text of `file` (its name from `src/`, with `/`). `in_test` if only tests see the whole file.
///
/// # Errors
/// When the text is not Rust.
pub fn read(file: &str, text: &str, in_test: bool) -> Result<Source, String> {
    let tokens: TokenStream = text.parse().map_err(|error| format!("{file} cannot be read as Rust: {error}"))?;
    let mut reader = Reader { source: Source { seen: Vec::new(), test_files: Vec::new() } };
    let module = module(file);
    let in_test = in_test || module.iter().any(|name| name == "tests");
    reader.walk(tokens, &module, in_test);
    Ok(reader.source)
}

/// `ui/screens/home.rs` is the module `ui`, `screens`, `home`; `record_tests.rs` is `record`, `tests`.
fn module(file: &str) -> Vec<String> {
    let mut names: Vec<String> = file.trim_end_matches(".rs").split('/').map(str::to_owned).collect();
    match names.last().map(String::as_str) {
        Some("mod" | "lib" | "main") => {
            names.pop();
        }
        Some(name) if name.ends_with("_tests") => {
            let tested = name.trim_end_matches("_tests").to_owned();
            names.pop();
            names.extend([tested, "tests".to_owned()]);
        }
        _ => {}
    }
    names
}

struct Reader {
    source: Source,
}

impl Reader {
    fn walk(&mut self, tokens: TokenStream, module: &[String], in_test: bool) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let (mut at, mut test_item, mut importing, mut inline) = (0, false, false, None);
        while let Some(token) = tokens.get(at) {
            match token {
                TokenTree::Punct(mark) if mark.as_char() == '#' => {
                    if let Some(TokenTree::Group(group)) = tokens.get(at + 1)
                        && is_test_attribute(&group.stream().to_string())
                    {
                        test_item = true;
                    }
                }
                TokenTree::Punct(mark) if mark.as_char() == ';' => {
                    if let (true, Some(name)) = (test_item, inline) {
                        self.source.test_files.push([module, &[name]].concat().join("/"));
                    }
                    (test_item, importing, inline) = (false, false, None);
                }
                TokenTree::Ident(word) if word == "use" => importing = true,
                TokenTree::Ident(word) if word == "mod" => {
                    inline = tokens.get(at + 1).map(ToString::to_string);
                }
                TokenTree::Ident(_) => {
                    at = self.path(&tokens, at, Vec::new(), module, in_test || test_item, importing);
                    continue;
                }
                TokenTree::Group(group) => {
                    let mut within = module.to_vec();
                    if group.delimiter() == Delimiter::Brace {
                        within.extend(inline.take());
                    }
                    if importing {
                        self.tree(group.stream(), &[], module, in_test || test_item);
                    } else {
                        self.walk(group.stream(), &within, in_test || test_item);
                    }
                    if group.delimiter() == Delimiter::Brace {
                        test_item = false;
                    }
                }
                _ => {}
            }
            at += 1;
        }
    }

    /// Reads the path that begins at `at`, below `prefix`; gives back where reading goes on.
    fn path(
        &mut self,
        tokens: &[TokenTree],
        mut at: usize,
        prefix: Vec<String>,
        module: &[String],
        in_test: bool,
        imported: bool,
    ) -> usize {
        let mut path = prefix;
        while let Some(TokenTree::Ident(name)) = tokens.get(at) {
            path.push(name.to_string().trim_start_matches("r#").to_owned());
            at += 1;
            if !double_colon(tokens, at) {
                break;
            }
            at += 2;
            if let Some(TokenTree::Group(group)) = tokens.get(at)
                && group.delimiter() == Delimiter::Brace
            {
                self.tree(group.stream(), &path, module, in_test);
                return at + 1;
            }
        }
        self.source.seen.push(Seen { path: from_root(path, module), in_test, imported });
        at
    }

    /// The inside of a `use` group: comma-separated paths below `prefix`.
    fn tree(&mut self, tokens: TokenStream, prefix: &[String], module: &[String], in_test: bool) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            at = match token {
                TokenTree::Ident(word) if word == "as" => at + 2,
                TokenTree::Ident(_) => self.path(&tokens, at, prefix.to_vec(), module, in_test, true),
                TokenTree::Punct(mark) if mark.as_char() == '*' => {
                    let path = from_root(prefix.to_vec(), module);
                    self.source.seen.push(Seen { path, in_test, imported: true });
                    at + 1
                }
                TokenTree::Group(group) => {
                    self.tree(group.stream(), prefix, module, in_test);
                    at + 1
                }
                _ => at + 1,
            };
        }
    }
}

fn double_colon(tokens: &[TokenTree], at: usize) -> bool {
    let colon = |token: Option<&TokenTree>| matches!(token, Some(TokenTree::Punct(mark)) if mark.as_char() == ':');
    colon(tokens.get(at)) && colon(tokens.get(at + 1))
}

fn is_test_attribute(attribute: &str) -> bool {
    let words: Vec<&str> = attribute.split(|letter: char| !letter.is_alphanumeric() && letter != '_').collect();
    words.first() == Some(&"cfg") && words.contains(&"test") && !words.contains(&"not")
}

/// `super::super::vault` in `ui::screens` is `crate::vault`.
fn from_root(path: Vec<String>, module: &[String]) -> Vec<String> {
    let ups =
        path.iter().take_while(|name| *name == "super" || *name == "self").filter(|name| *name == "super").count();
    if ups == 0 || ups > module.len() {
        return path;
    }
    let kept = module.iter().take(module.len() - ups).cloned();
    let rest = path.into_iter().skip_while(|name| name == "super" || name == "self");
    std::iter::once("crate".to_owned()).chain(kept).chain(rest).collect()
}
