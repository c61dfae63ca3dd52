use engines::{Outcome, Run, Tensor, harness};
use tract_onnx::prelude::*;

fn main() -> Outcome<()> {
    harness("tract-onnx", load)
}

fn load(model: &str, names: &[String]) -> Outcome<Run> {
    let model = tract_onnx::onnx()
        .model_for_path(model)?
        .with_outputs_by_name(names)?;
    Ok(Box::new(move |Tensor { shape, elements }| {
        let plan = model
            .clone()
            .with_input_fact(0, u8::fact(shape).into())?
            .into_optimized()?
            .into_runnable()?;
        let tensor = tract_onnx::prelude::Tensor::from_shape(shape, elements)?;
        let outputs = plan.run(tvec![tensor.into_tvalue()])?;
        outputs.iter().map(elements_of).collect()
    }))
}

fn elements_of(output: &TValue) -> Outcome<Vec<f32>> {
    let floats = output.cast_to::<f32>()?;
    Ok(floats
        .to_plain_array_view::<f32>()?
        .iter()
        .copied()
        .collect())
}
