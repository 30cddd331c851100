console.log("lapak")
