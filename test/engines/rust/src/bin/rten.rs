use engines::{Outcome, Run, Tensor, harness};
use rten::{Model, Value, ValueOrView};
use rten_tensor::prelude::*;

fn main() -> Outcome<()> {
    harness("rten", load)
}

fn load(model: &str, names: &[String]) -> Outcome<Run> {
    let model = Model::load_file(model)?;
    let input = model.input_ids()[0];
    let outputs = names
        .iter()
        .map(|name| model.node_id(name))
        .collect::<Result<Vec<_>, _>>()?;
    Ok(Box::new(move |Tensor { shape, elements }| {
        let tensor = rten_tensor::Tensor::from_data(shape, elements.to_vec());
        let values = model.run(
            vec![(input, ValueOrView::from(Value::from(tensor)))],
            &outputs,
            None,
        )?;
        values.into_iter().map(elements_of).collect()
    }))
}

fn elements_of(value: Value) -> Outcome<Vec<f32>> {
    match value {
        Value::FloatTensor(tensor) => Ok(tensor.to_vec()),
        Value::Int32Tensor(tensor) => Ok(tensor.iter().map(|&element| element as f32).collect()),
        Value::UInt8Tensor(tensor) => Ok(tensor.iter().map(|&element| element.into()).collect()),
        other => Err(format!("unexpected type {}", other.dtype()).into()),
    }
}
