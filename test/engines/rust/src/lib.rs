//! What both engines in Rust have in common: reading tensors, writing outputs.
//!
//! ```text
//! ENGINE --version
//! ENGINE MODEL TENSORS OUTPUTS NAME...
//! ```
//!
//! Both files are described in `../python/harness.py`.

use std::error::Error;
use std::fs::{self, File};
use std::io::{BufWriter, Write};

pub type Outcome<T> = Result<T, Box<dyn Error>>;

/// A uint8 tensor of three dimensions.
pub struct Tensor<'a> {
    pub shape: [usize; 3],
    pub elements: &'a [u8],
}

/// Runs a model on one tensor; every element of its outputs as float32.
pub type Run = Box<dyn Fn(&Tensor) -> Outcome<Vec<Vec<f32>>>>;

/// `load` takes the model's path and the names of its outputs.
pub fn harness(crate_name: &str, load: fn(&str, &[String]) -> Outcome<Run>) -> Outcome<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [flag] = arguments.as_slice()
        && flag == "--version"
    {
        println!("{}", locked_version(crate_name).ok_or("not in Cargo.lock")?);
        return Ok(());
    }
    let [model, tensors, outputs, names @ ..] = arguments.as_slice() else {
        return Err("usage: MODEL TENSORS OUTPUTS NAME...".into());
    };
    let run = load(model, names)?;
    let bytes = fs::read(tensors)?;
    let mut file = BufWriter::new(File::create(outputs)?);
    for tensor in tensors_in(&bytes) {
        for value in run(&tensor)?.into_iter().flatten() {
            file.write_all(&value.to_le_bytes())?;
        }
    }
    Ok(file.flush()?)
}

fn tensors_in(mut bytes: &[u8]) -> Vec<Tensor<'_>> {
    let count = number(&mut bytes);
    (0..count)
        .map(|_| {
            let shape = [(); 3].map(|()| number(&mut bytes));
            let (elements, rest) = bytes.split_at(shape.iter().product());
            bytes = rest;
            Tensor { shape, elements }
        })
        .collect()
}

fn number(bytes: &mut &[u8]) -> usize {
    let (first, rest) = bytes.split_first_chunk().expect("the file ends early");
    *bytes = rest;
    u32::from_le_bytes(*first) as usize
}

fn locked_version(crate_name: &str) -> Option<&'static str> {
    let lock = include_str!("../Cargo.lock");
    let (_, entry) = lock.split_once(&format!("name = \"{crate_name}\"\nversion = \""))?;
    entry.split('"').next()
}
