<h1><?php echo CHtml::encode($this->pageTitle); ?></h1>
